import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';

interface TemplateNameProps {
  name: string;
  onSave: (name: string) => Promise<unknown>;
  onCancel: () => void;
}

/** Another name for a template, in its place in the list. Esc leaves it as it was. */
export function TemplateName({ name, onSave, onCancel }: TemplateNameProps) {
  const [typed, setTyped] = useState(name);
  const [pending, setPending] = useState(false);
  return (
    <form
      className="flex flex-1 flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        setPending(true);
        void onSave(typed).finally(() => setPending(false));
      }}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <Input
        aria-label="Name"
        className="min-w-40 flex-1"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        maxLength={100}
        autoFocus
      />
      <Button type="submit" variant="primary" pending={pending}>
        Save
      </Button>
      <Button variant="ghost" onClick={onCancel}>
        Cancel
      </Button>
    </form>
  );
}
