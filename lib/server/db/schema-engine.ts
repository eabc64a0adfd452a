import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import { SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';

/** PostgreSQL's one-byte "char", in which the catalogue keeps its flags; the adapter knows only text. */
const CHAR = 18;
const TEXT = 25;

/** Relabels "char" columns as text and remembers which they were, for the engine wants them as characters. */
function relabelled(client: pg.PoolClient): { client: pg.PoolClient; charColumns: () => readonly number[] } {
  let columns: number[] = [];
  const relabel = (result: pg.QueryResult): pg.QueryResult => {
    columns = [];
    for (const [index, field] of (result.fields ?? []).entries()) {
      if (field.dataTypeID !== CHAR) continue;
      field.dataTypeID = TEXT;
      columns.push(index);
    }
    return result;
  };
  const original = client.query.bind(client);
  const query = async (...args: unknown[]) =>
    relabel(await (original as (...given: unknown[]) => Promise<pg.QueryResult>)(...args)); // only the promise form is used by the adapter
  return {
    client: new Proxy(client, { get: (target, key) => (key === 'query' ? query : Reflect.get(target, key)) }),
    charColumns: () => columns,
  };
}

/** The database refused a migration; the message says what, and at which line of the script. */
export class ScriptError extends Error {
  override name = 'ScriptError';

  constructor(script: string, cause: unknown) {
    const { position, detail, hint } = cause instanceof pg.DatabaseError ? cause : {};
    const line = position === undefined ? '' : ` (line ${script.slice(0, Number(position)).split('\n').length})`;
    const message = `${cause instanceof Error ? cause.message : String(cause)}${line}`;
    super([message, detail, hint].filter(Boolean).join('. '), { cause });
  }
}

/** Scripts whole (the adapter would cut functions at each semicolon), on the one connection that is given. */
function factoryOn(
  given: pg.PoolClient,
  onRefused: (error: ScriptError) => void,
): SqlMigrationAwareDriverAdapterFactory {
  const open = async (): Promise<SqlDriverAdapter> => {
    const { client, charColumns } = relabelled(given);
    // The adapter asks a pool; here every statement must run on the connection that holds the transaction.
    const pool = Object.assign(Object.create(pg.Pool.prototype), {
      options: {},
      query: client.query,
      connect: async () => client,
      on: () => pool,
      end: async () => undefined,
    }) as pg.Pool;
    const adapter = await new PrismaPg(pool).connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.executeScript = async (script) => {
      await given.query(script).catch((cause: unknown) => {
        onRefused(new ScriptError(script, cause));
        throw cause;
      });
    };
    adapter.queryRaw = async (statement) => {
      const result = await queryRaw(statement);
      for (const index of charColumns()) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    };
    adapter.dispose = async () => undefined;
    return adapter;
  };
  return { provider: 'postgres', adapterName: 'sulcus', connect: open, connectToShadowDb: open };
}

/** Runs `work` with Prisma's schema engine (WebAssembly, no native binary) on one connection. @throws ScriptError when a script is refused. */
export async function withSchemaEngine<T>(
  client: pg.PoolClient,
  schema: readonly { path: string; content: string }[],
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => console.error(message) },
  });
  const datamodels = schema.map(({ path, content }): [string, string] => [path, content]);
  // The engine goes on after a refused script, on a transaction that is dead, and would report that instead.
  let refused: ScriptError | undefined;
  const factory = factoryOn(client, (error) => (refused ??= error));
  const engine = await SchemaEngine.new({ datamodels }, () => undefined, bindMigrationAwareSqlAdapterFactory(factory));
  try {
    return await work(engine);
  } catch (error) {
    throw refused ?? error;
  } finally {
    engine.free();
  }
}
