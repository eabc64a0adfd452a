'use client';

import { useEffect, useRef, type ChangeEvent } from 'react';

interface RowCheckboxProps {
  /** Read aloud: "Select M071". */
  label: string;
  checked: boolean;
  /** Some of what it stands for. */
  indeterminate?: boolean;
  onToggle: (isRange: boolean) => void;
}

/** A box of the browser's own: a page has up to 200 of them. */
export function RowCheckbox({ label, checked, indeterminate = false, onToggle }: RowCheckboxProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = indeterminate;
  }, [indeterminate]);

  function change(event: ChangeEvent<HTMLInputElement>) {
    const { nativeEvent } = event;
    onToggle(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey);
  }

  return (
    <label className="row-checkbox">
      <input ref={box} type="checkbox" aria-label={label} checked={checked} onChange={change} />
    </label>
  );
}
