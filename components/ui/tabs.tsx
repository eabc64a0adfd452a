'use client';

import * as Radix from 'radix-ui/tabs';
import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { cn } from './cn';

export interface TabItem {
  value: string;
  label: string;
  /** Shown beside the label where it is not zero. */
  count?: number | undefined;
  /** Something in this tab must be solved. */
  hasError?: boolean;
  content: ReactNode;
}

export interface TabsProps {
  /** Names the row of tabs. */
  label: string;
  items: readonly TabItem[];
  /** Given together: the tab is chosen from outside. */
  value?: string;
  onChange?: (value: string) => void;
  /** Keeps the tab in the address under this parameter; the first tab leaves it out. */
  searchParam?: string;
  /** Keeps the panels that are not shown in the page, for forms. */
  keepMounted?: boolean;
  className?: string;
}

export function Tabs({ label, items, value, onChange, searchParam, keepMounted = false, className }: TabsProps) {
  const params = useSearchParams();
  const pathname = usePathname();
  const first = items[0]?.value ?? '';
  const [own, setOwn] = useState(first);
  const asked = value ?? (searchParam ? (params.get(searchParam) ?? first) : own);
  const current = items.some((item) => item.value === asked) ? asked : first;
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const row = list.current?.getBoundingClientRect();
    const tab = list.current?.querySelector('[data-state="active"]')?.getBoundingClientRect();
    // Only sideways, and only the row: tabs may stand further down a page, which must not jump to them.
    if (!row || !tab || (tab.left >= row.left && tab.right <= row.right)) return;
    list.current?.scrollBy({ left: tab.left < row.left ? tab.left - row.left : tab.right - row.right });
  }, [current]);

  function choose(next: string) {
    onChange?.(next);
    setOwn(next);
    if (!searchParam) return;
    const query = new URLSearchParams(params);
    if (next === first) query.delete(searchParam);
    else query.set(searchParam, next);
    // The address changes without asking the server for a page that is already here.
    window.history.replaceState(null, '', query.size > 0 ? `${pathname}?${query}` : pathname);
  }

  return (
    <Radix.Root value={current} onValueChange={choose} className={className}>
      {/* The room of the focus ring stands outside the column, so that the first word lines up with what is below it. */}
      <div className="border-b">
        <Radix.List
          ref={list}
          aria-label={label}
          className="-mx-2 -mb-px flex gap-1 overflow-x-auto overflow-y-hidden [scrollbar-width:none]"
        >
          {items.map((item) => (
            <Radix.Trigger
              key={item.value}
              value={item.value}
              className={cn(
                'relative inline-flex h-9 shrink-0 items-center gap-1.5 rounded px-2 text-muted-foreground whitespace-nowrap',
                'after:absolute after:inset-x-2 after:bottom-0 after:h-0.5 after:bg-transparent',
                'hover:text-foreground focus-visible:outline-offset-[-2px]',
                'data-[state=active]:after:bg-accent data-[state=active]:font-medium data-[state=active]:text-foreground',
              )}
            >
              {item.label}
              {item.count ? <span className="rounded bg-muted px-1 text-xs tabular-nums">{item.count}</span> : null}
              {item.hasError ? (
                <span className="size-1.75 rounded-full bg-danger">
                  <span className="sr-only">has problems</span>
                </span>
              ) : null}
            </Radix.Trigger>
          ))}
        </Radix.List>
      </div>
      {items.map((item) => (
        <Radix.Content
          key={item.value}
          value={item.value}
          {...(keepMounted ? { forceMount: true } : {})}
          className="pt-4 focus-visible:outline-offset-4 data-[state=inactive]:hidden"
        >
          {item.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
