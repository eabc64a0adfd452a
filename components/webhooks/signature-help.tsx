import { CodeBlock } from '../ui/code-block';

const python = `import hashlib, hmac, time

def is_from_sulcus(secret: str, header: str, body: bytes) -> bool:
    parts = dict(part.split("=", 1) for part in header.split(","))
    expected = hmac.new(secret.encode(), parts["t"].encode() + b"." + body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected, parts["v1"]) and abs(time.time() - int(parts["t"])) < 300`;

/** How a receiver finds out that a request is from here, for copying. */
export function SignatureHelp() {
  return (
    <details className="mt-3 max-w-3xl">
      <summary className="w-fit cursor-pointer text-sm text-accent">How to check the signature</summary>
      <p className="my-2 text-sm text-muted-foreground">
        The header <code className="font-mono">Sulcus-Signature</code> holds a time and the HMAC-SHA256 of that time, a
        full stop and the body as it came.
      </p>
      <CodeBlock label="Python" code={python} />
    </details>
  );
}
