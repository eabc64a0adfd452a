'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, type ButtonSize, type ButtonVariant } from './button';
import { copyText } from './copy-text';
import { IconButton } from './icon-button';
import { toast } from './toast';

interface CopyButtonProps {
  text: string;
  /** "Copy token"; shown with `showLabel`, otherwise the name of the icon. */
  label?: string;
  showLabel?: boolean;
  variant?: ButtonVariant;
  size?: ButtonSize;
  className?: string;
}

export function CopyButton({
  text,
  label = 'Copy',
  showLabel = false,
  variant,
  size = 'sm',
  className,
}: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy() {
    try {
      await copyText(text);
      setCopied(true);
    } catch {
      toast({ tone: 'danger', title: 'Could not copy', description: 'Select the text and copy it by hand.' });
    }
  }

  const icon = copied ? <Check aria-hidden className="text-success" /> : <Copy aria-hidden />;
  return (
    <>
      {showLabel ? (
        <Button variant={variant ?? 'secondary'} size={size} onClick={() => void copy()} className={className}>
          {icon}
          {copied ? 'Copied' : label}
        </Button>
      ) : (
        <IconButton
          label={label}
          variant={variant ?? 'ghost'}
          size={size}
          onClick={() => void copy()}
          className={className}
        >
          {icon}
        </IconButton>
      )}
      <span role="status" className="sr-only">
        {copied ? 'Copied' : ''}
      </span>
    </>
  );
}
