import { cn } from '../ui/cn';

export interface NavigatedSection {
  id: string;
  title: string;
  hasProblem: boolean;
}

/** The sections of a long form at its side, with a mark where something must be solved. */
export function SectionNav({ sections }: { sections: readonly NavigatedSection[] }) {
  return (
    <nav aria-label="Sections of the form" className="sticky top-20 hidden w-44 shrink-0 self-start xl:block">
      <ul className="flex flex-col border-l">
        {sections.map((section) => (
          <li key={section.id}>
            <a
              href={`#${section.id}`}
              className={cn(
                '-ml-px flex items-center gap-2 border-l py-1 pl-3 text-sm hover:border-foreground hover:text-foreground',
                section.hasProblem ? 'border-danger text-danger' : 'border-transparent text-muted-foreground',
              )}
            >
              {section.title}
              {section.hasProblem ? <span className="sr-only">, has problems</span> : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
