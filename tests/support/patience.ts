/** Real servers boot within seconds, but machines are shared: only a stuck test may run out of time. */
jest.setTimeout(600_000);
