/** Waits between tries while the browser thinks it is connected. */
const waits = [1000, 2000, 4000, 8000];

/**
 * Loads a script that a page comes to want, also where the connection is away just then: without one it waits until there
 * is one again; with one it tries a few times more. @throws what the last try threw; a page that runs on the server, the first.
 */
export async function patiently<T>(load: () => Promise<T>): Promise<T> {
  for (let tries = 0; ;) {
    try {
      return await load();
    } catch (error) {
      if (typeof window === 'undefined') throw error;
      if (!navigator.onLine) await connection();
      else {
        const wait = waits[tries++];
        if (wait === undefined) throw error;
        await Promise.race([new Promise((resolve) => setTimeout(resolve, wait)), connection()]);
      }
    }
  }
}

const connection = () => new Promise((resolve) => window.addEventListener('online', resolve, { once: true }));
