import { NotFound } from '@/components/layout/not-found';

export default function PortalNotFoundPage() {
  return <NotFound homeHref="/dashboard" homeLabel="Dashboard" />;
}
