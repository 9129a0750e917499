import { useEffect, useState } from 'react';

/** The present (epoch ms), renewed often enough that "3 menit yang lalu" stays true. */
export function useNow(every = 30_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), every);
    return () => window.clearInterval(timer);
  }, [every]);
  return now;
}
