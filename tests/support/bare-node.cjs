/**
 * What a row costs without us: a bare `node:http` server of one process that answers each request with what the given
 * statements find. PLAN is a file with their rounds; `?number=` stands in for the number they were written down with.
 */
const fs = require('node:fs');
const http = require('node:http');
const pg = require('pg');
const { replay } = require('./replay.cjs');

const { rounds, number } = JSON.parse(fs.readFileSync(process.env.PLAN, 'utf8'));
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 });

http
  .createServer((request, response) => {
    const url = new URL(request.url, 'http://localhost');
    if (url.pathname === '/healthz') return response.end('{}');
    const replacing = new Map([[number, url.searchParams.get('number') ?? number]]);
    replay((statement) => pool.query(statement), rounds, replacing).then(
      (found) => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ data: found }));
      },
      (error) => {
        response.statusCode = 500;
        response.end(String(error));
      },
    );
  })
  .listen(Number(process.env.CMS_PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
