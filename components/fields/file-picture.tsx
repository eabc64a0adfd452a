import { FileText } from 'lucide-react';
import { parseFileAddress, previewAddress } from '@/lib/declare/files';

const isImage = (name: string) => /\.(png|jpe?g|gif|webp)$/i.test(name);

/** The name of a stored file; for another address its last part. */
export const fileNameOf = (address: string): string =>
  parseFileAddress(address)?.name ?? address.split('/').at(-1) ?? address;

/** A stored file: an image as a picture that opens the whole one, a document by its name. */
export function FilePicture({ address, label }: { address: string; label: string }) {
  const name = fileNameOf(address);
  if (!isImage(name))
    return (
      <a
        href={address}
        className="inline-flex items-center gap-1.5 break-all text-accent underline-offset-2 hover:underline"
      >
        <FileText aria-hidden className="size-4 shrink-0" />
        {name}
      </a>
    );
  return (
    <a href={address} target="_blank" rel="noopener" className="w-fit max-w-full rounded-md">
      {/* The optimiser of Next would ask for it without the cookie that opens it. The height is fixed so that nothing moves. */}
      <img
        src={previewAddress(address)}
        alt={`${label}: ${name}`}
        loading="lazy"
        className="h-44 max-w-full rounded-md object-contain object-left"
      />
    </a>
  );
}
