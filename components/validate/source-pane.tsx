'use client';

import { useEffect, useImperativeHandle, useMemo, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import type { Problem, Severity } from '@/lib/formats/session-toml/problems';
import { Gutter, LINE_HEIGHT } from './gutter';
import { endOfLine, lineOf, offsetOf } from './lines';

/** What the list of problems can ask of the pane. */
export type SourceHandle = { jumpTo: (line: number, column: number) => void };

interface SourcePaneProps {
  name: string;
  text: string;
  problems: readonly Problem[];
  onChange: (text: string) => void;
  handle: Ref<SourceHandle>;
}

const RANK: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1 };

/** The text of a file, editable, with line numbers and a mark at every line that has a problem. */
export function SourcePane({ name, text, problems, onChange, handle }: SourcePaneProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [view, setView] = useState({ top: 0, height: 600 });
  const count = useMemo(() => lineOf(text, text.length), [text]);
  const marks = useMemo(() => worstByLine(problems), [problems]);

  useEffect(() => {
    const element = area.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setView({ top: element.scrollTop, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  function jumpTo(line: number, column: number) {
    const element = area.current;
    if (!element) return;
    const start = offsetOf(element.value, line, column);
    element.focus({ preventScroll: true });
    element.setSelectionRange(start, endOfLine(element.value, start));
    element.scrollTop = (line - 1) * LINE_HEIGHT - element.clientHeight / 3;
    element.scrollLeft = 0;
    element.scrollIntoView({ block: 'nearest' });
  }
  useImperativeHandle(handle, () => ({ jumpTo }));

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key !== 'F8' || problems.length === 0) return;
    event.preventDefault();
    const line = lineOf(text, event.currentTarget.selectionStart);
    const next = event.shiftKey
      ? (problems.findLast((problem) => problem.line < line) ?? problems.at(-1))
      : (problems.find((problem) => problem.line > line) ?? problems[0]);
    if (next) jumpTo(next.line, next.column);
  }

  return (
    <div className="relative h-[50vh] min-h-80 lg:h-[72vh] overflow-hidden rounded-md border bg-surface focus-within:border-ring">
      <Gutter
        first={Math.max(1, Math.floor(view.top / LINE_HEIGHT))}
        last={Math.min(count, Math.ceil((view.top + view.height) / LINE_HEIGHT) + 1)}
        scrollTop={view.top}
        marks={marks}
      />
      <textarea
        ref={area}
        value={text}
        aria-label={`Text of ${name}`}
        aria-describedby="source-keys"
        aria-invalid={problems.some(({ severity }) => severity === 'error')}
        placeholder="Type or paste a session.toml here."
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        wrap="off"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        onScroll={(event) => setView({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })}
        className="relative block size-full resize-none overflow-auto bg-transparent py-2 pr-3 pl-18.5 font-mono text-sm leading-[20px] whitespace-pre outline-none placeholder:text-muted-foreground"
      />
    </div>
  );
}

function worstByLine(problems: readonly Problem[]): Map<number, Severity> {
  const marks = new Map<number, Severity>();
  for (const { line, severity } of problems) {
    const before = marks.get(line);
    if (before === undefined || RANK[severity] > RANK[before]) marks.set(line, severity);
  }
  return marks;
}
