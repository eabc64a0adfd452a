'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useConfirm } from '@/components/ui/confirm';
import { toast } from '@/components/ui/toast';
import { sendUndo, type Progress } from './send-table';

type UndoButtonProps = { id: string; created: number; changed: number; label?: string; onUndone: () => void };

const number = (count: number) => count.toLocaleString('en');

/** Takes an import back, after asking. What was changed since keeps it from being undone, and the message says what. */
export function UndoButton({ id, created, changed, label, onUndone }: UndoButtonProps) {
  const confirm = useConfirm();
  const [progress, setProgress] = useState<Progress | null>(null);

  async function undo() {
    const isSure = await confirm({
      title: 'Undo this import?',
      description: `What it created is deleted again (${number(created)} rows), what it changed is set back (${number(changed)} rows). If any of it was changed since, nothing is undone.`,
      confirmLabel: 'Undo import',
      danger: true,
    });
    if (!isSure) return;
    setProgress({ done: 0, total: 0 });
    const { failure } = await sendUndo(id, setProgress);
    setProgress(null);
    if (failure) return toast({ tone: 'danger', title: 'Not undone', description: failure.message });
    toast({ tone: 'success', title: 'Import undone' });
    onUndone();
  }

  const share = progress && progress.total > 0 ? ` ${Math.round((100 * progress.done) / progress.total)} %` : '';
  return (
    <Button size="sm" pending={progress !== null} aria-label={progress ? undefined : label} onClick={() => void undo()}>
      {progress ? `Undoing${share}` : 'Undo'}
    </Button>
  );
}
