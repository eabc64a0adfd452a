import { Button } from '@/components/ui/button';

export interface DemoAccount {
  email: string;
  name: string;
  role: string;
}

interface DemoAccountsProps {
  accounts: readonly DemoAccount[];
  password: string;
  onChoose: (account: DemoAccount) => void;
}

/** The people of the demo laboratory: one click signs in as one of them. */
export function DemoAccounts({ accounts, password, onChoose }: DemoAccountsProps) {
  return (
    <section aria-labelledby="demo-accounts" className="border-t pt-4">
      <h2 id="demo-accounts" className="font-medium">
        Demo laboratory
      </h2>
      <p className="text-sm text-muted-foreground">
        Sign in as one of its people. They share the password{' '}
        <code className="font-mono text-foreground select-all">{password}</code>.
      </p>
      <ul className="mt-2 flex flex-col">
        {accounts.map((account) => (
          <li
            key={account.email}
            className="flex items-center justify-between gap-3 border-b border-border/60 py-1.5 last:border-b-0"
          >
            <span className="min-w-0">
              <span className="block">
                {account.name}
                {account.role ? <span className="text-sm text-muted-foreground">, {account.role}</span> : null}
              </span>
              <span className="block truncate text-xs text-muted-foreground select-all">{account.email}</span>
            </span>
            <Button size="sm" aria-label={`Sign in as ${account.name}`} onClick={() => onChoose(account)}>
              Sign in
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
