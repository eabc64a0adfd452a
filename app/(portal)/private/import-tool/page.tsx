import { redirect } from 'next/navigation';

/** The address of the import tool that people know. */
export default function Page(): never {
  redirect('/import/tables');
}
