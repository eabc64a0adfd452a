import 'server-only';
import type { Model } from '@/lib/declare/model';
import { catalogueOf } from '@/lib/models/approval';

/** The page where what a read-only model shows is answered; null for any other model. */
export function answeredAt(model: Model): { readonly href: string; readonly label: string } | null {
  if (!model.readOnly || !model.actions?.accept) return null;
  return catalogueOf(model)
    ? { href: '/approvals', label: 'All approvals' }
    : { href: '/invitations', label: 'Answer under Invitations' };
}
