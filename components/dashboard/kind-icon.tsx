import { NavIcon } from '../layout/nav-icon';

/** What kind of record a line tells of: its icon, its name for those who point at it or listen. */
export const KindIcon = ({ icon, kind }: { icon: string; kind: string }) => (
  <span title={kind} className="shrink-0 text-muted-foreground">
    <NavIcon name={icon} className="size-4" />
    <span className="sr-only">{kind}: </span>
  </span>
);
