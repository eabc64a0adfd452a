'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useTheme } from 'next-themes';
import { DropdownMenu, MenuItem } from './dropdown-menu';
import { IconButton } from './icon-button';

export function ThemeToggle() {
  const { setTheme } = useTheme();
  return (
    <DropdownMenu
      trigger={
        <IconButton label="Colour theme">
          {/* By style sheet, not by state: the server cannot know the theme. */}
          <Sun aria-hidden className="dark:hidden" />
          <Moon aria-hidden className="hidden dark:block" />
        </IconButton>
      }
    >
      <MenuItem icon={<Sun />} onSelect={() => setTheme('light')}>
        Light
      </MenuItem>
      <MenuItem icon={<Moon />} onSelect={() => setTheme('dark')}>
        Dark
      </MenuItem>
      <MenuItem icon={<Monitor />} onSelect={() => setTheme('system')}>
        As the system
      </MenuItem>
    </DropdownMenu>
  );
}
