/** The little of `pg` that is used here; the package brings no types. */
declare module 'pg' {
  interface ClientConfig {
    connectionString: string;
    connectionTimeoutMillis?: number;
    ssl?: false | { rejectUnauthorized: boolean };
  }
  class Client {
    constructor(config: ClientConfig);
    connect(): Promise<void>;
    query<Row>(sql: string, values?: readonly unknown[]): Promise<{ rows: Row[] }>;
    end(): Promise<void>;
    on(event: 'error', listener: (error: Error) => void): this;
    escapeIdentifier(name: string): string;
  }
  const pg: { Client: typeof Client };
  export type { Client };
  export default pg;
}
