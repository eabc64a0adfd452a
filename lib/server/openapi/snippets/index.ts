import 'server-only';
import { writeBrainstemMatlab } from './brainstem-matlab';
import { writeBrainstemPython } from './brainstem-python';
import { isKnownToMatlab, isKnownToPython } from './client-models';
import { writeCurl } from './curl';
import { writeMatlab } from './matlab';
import { writePython } from './python';
import { tasksOf, type Asked, type Task } from './task';

export type { Asked, Parameter } from './task';

export type Snippet = { readonly title: string; readonly code: string };
/** The snippets of one language. */
export type SnippetSet = {
  readonly value: string;
  readonly label: string;
  readonly snippets: readonly Snippet[];
};

const languages: readonly {
  readonly value: string;
  readonly label: string;
  readonly knows?: (model: Asked['model']) => boolean;
  readonly write: (task: Task, asked: Asked) => string | null;
}[] = [
  { value: 'curl', label: 'curl', write: writeCurl },
  { value: 'python', label: 'Python', write: writePython },
  {
    value: 'brainstem-python',
    label: 'Python, brainstem_api_tools',
    knows: isKnownToPython,
    write: writeBrainstemPython,
  },
  { value: 'matlab', label: 'MATLAB', write: writeMatlab },
  {
    value: 'brainstem-matlab',
    label: 'MATLAB, brainstem_matlab_api_tools',
    knows: isKnownToMatlab,
    write: writeBrainstemMatlab,
  },
];

/** The same requests in every language that can make them; `only` names the ones that are wanted. */
export function snippetsFor(asked: Asked, only?: readonly Task['name'][]): SnippetSet[] {
  const tasks = tasksOf(asked).filter(({ name }) => only?.includes(name) ?? true);
  return languages
    .filter(({ knows }) => knows?.(asked.model) ?? true)
    .map(({ value, label, write }) => ({
      value,
      label,
      snippets: tasks.flatMap((task): Snippet[] => {
        const code = write(task, asked);
        return code === null ? [] : [{ title: task.title, code }];
      }),
    }));
}
