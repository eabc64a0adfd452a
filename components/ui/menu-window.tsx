'use client';

import { Check } from 'lucide-react';
import * as Radix from 'radix-ui/dropdown-menu';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { floatClass, menuItemClass } from './styles';

export interface MenuWindowProps {
  /** The button that opens it. */
  trigger: ReactNode;
  align?: 'start' | 'end';
  children: ReactNode;
}

/** The menu itself, which opens as it comes. */
export function MenuWindow({ trigger, align = 'end', children }: MenuWindowProps) {
  return (
    <Radix.Root modal={false} defaultOpen>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content align={align} sideOffset={4} collisionPadding={8} className={cn(floatClass, 'min-w-48 p-1')}>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface MenuItemProps {
  icon?: ReactNode;
  /** With a link the item navigates; without, `onSelect` acts. */
  href?: string;
  onSelect?: () => void;
  danger?: boolean;
  disabled?: boolean;
  /** Asks the browser to save what the link answers. */
  download?: boolean;
  children: ReactNode;
}

export function MenuItem({
  icon,
  href,
  onSelect,
  danger = false,
  disabled = false,
  download = false,
  children,
}: MenuItemProps) {
  const look = cn(
    menuItemClass,
    '[&_svg]:size-4',
    danger ? 'text-danger [&_svg]:text-danger' : '[&_svg]:text-muted-foreground',
  );
  const content = (
    <>
      {icon}
      <span className="min-w-0 flex-1">{children}</span>
    </>
  );
  if (href === undefined) {
    return (
      <Radix.Item disabled={disabled} className={look} {...(onSelect ? { onSelect } : {})}>
        {content}
      </Radix.Item>
    );
  }
  return (
    <Radix.Item asChild disabled={disabled} className={look}>
      {download ? (
        <a href={href} download>
          {content}
        </a>
      ) : (
        <Link href={href}>{content}</Link>
      )}
    </Radix.Item>
  );
}

interface MenuCheckboxProps {
  value: boolean;
  onChange: (value: boolean) => void;
  children: ReactNode;
}

/** A choice that can be switched without closing the menu: shown columns, filters. */
export function MenuCheckbox({ value, onChange, children }: MenuCheckboxProps) {
  return (
    <Radix.CheckboxItem
      checked={value}
      onCheckedChange={onChange}
      onSelect={(event) => event.preventDefault()}
      className={cn(menuItemClass, 'pl-8')}
    >
      <Radix.ItemIndicator className="absolute left-2">
        <Check aria-hidden className="size-4 text-accent" />
      </Radix.ItemIndicator>
      {children}
    </Radix.CheckboxItem>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2 pt-1.5 pb-1 text-xs text-muted-foreground">{children}</Radix.Label>;
}

export function MenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 border-t" />;
}
