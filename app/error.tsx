'use client';

import { Failure, type FailureProps } from '@/components/layout/failure';

export default function ErrorPage(props: FailureProps) {
  return <Failure {...props} />;
}
