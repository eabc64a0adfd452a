const noAnswer = 'The server did not answer. Try again in a moment.';

/**
 * Asks for a file with a JSON body and saves it under the name that the answer gives. Answers what went wrong, or null. A file
 * that breaks off is not saved: a part must not be taken for the whole.
 */
export async function download(address: string, body: unknown): Promise<string | null> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) {
      const { detail } = (await response.json().catch(() => ({}))) as { detail?: string }; // AppError.body
      return detail ?? noAnswer;
    }
    const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'export';
    save(await response.blob(), name);
    return null;
  } catch {
    return noAnswer;
  }
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
