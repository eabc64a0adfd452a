'use client';

import { Braces, CircleUser, KeyRound, LogOut, Trash2 } from 'lucide-react';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { DropdownMenu, MenuItem, MenuSeparator } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import type { ShellUser } from './nav';

export interface UserMenuLinks {
  account: string;
  tokens: string;
  api: string;
  deleted: string;
  signOut: string;
}

export function UserMenu({ user, links }: { user: ShellUser; links: UserMenuLinks }) {
  return (
    <DropdownMenu
      trigger={
        <IconButton label={`${user.name}: account and sign out`} className="rounded-full!">
          <Avatar name={user.name} />
        </IconButton>
      }
    >
      <div className="max-w-64 px-2 py-1.5">
        <p className="flex items-center gap-2 font-medium">
          <span className="truncate">{user.name}</span>
          {user.isSuperuser ? <Badge tone="warning">Superuser</Badge> : null}
        </p>
        <p className="truncate text-sm text-muted-foreground">{user.email}</p>
      </div>
      <MenuSeparator />
      <MenuItem icon={<CircleUser aria-hidden />} href={links.account}>
        Account
      </MenuItem>
      <MenuItem icon={<KeyRound aria-hidden />} href={links.tokens}>
        Access tokens
      </MenuItem>
      <MenuItem icon={<Braces aria-hidden />} href={links.api}>
        API
      </MenuItem>
      <MenuItem icon={<Trash2 aria-hidden />} href={links.deleted}>
        Recently deleted
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<LogOut aria-hidden />} href={links.signOut}>
        Sign out
      </MenuItem>
    </DropdownMenu>
  );
}
