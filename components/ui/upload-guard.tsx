import { useEffect, useRef } from 'react';

/** Keeps a form from being saved while a file of it is on its way: forms ask their controls. Takes no place and no focus. */
export function UploadGuard({ label, busy }: { label: string; busy: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.setCustomValidity(
      busy ? 'A file is still being uploaded: wait until it is here, or remove it.' : '',
    );
  }, [busy]);
  return <input ref={input} type="text" aria-label={label} readOnly tabIndex={-1} className="hidden" />;
}
