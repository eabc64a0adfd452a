'use client';

import { Failure, type FailureProps } from '@/components/layout/failure';
import './globals.css';

/** Stands in for the root layout when that fails: without it, without the theme. */
export default function GlobalErrorPage(props: FailureProps) {
  return (
    <html lang="en">
      <body>
        <title>This page could not be shown · Sulcus</title>
        <main>
          <Failure {...props} />
        </main>
      </body>
    </html>
  );
}
