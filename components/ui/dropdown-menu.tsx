'use client';

import { useState } from 'react';
import type { MenuWindowProps } from './menu-window';
import { onDemand, opener } from './on-demand';

const load = () => import('./menu-window');
const MenuWindow = onDemand(async () => (await load()).MenuWindow);
export const MenuItem = onDemand(async () => (await load()).MenuItem);
export const MenuCheckbox = onDemand(async () => (await load()).MenuCheckbox);
export const MenuLabel = onDemand(async () => (await load()).MenuLabel);
export const MenuSeparator = onDemand(async () => (await load()).MenuSeparator);

/** A menu below its button. */
export function DropdownMenu(props: MenuWindowProps) {
  const [isWanted, setIsWanted] = useState(false);
  const button = opener(props.trigger, 'menu', () => setIsWanted(true));
  return isWanted ? <MenuWindow {...props} meanwhile={button} /> : button;
}
