import { LIMITS } from '../../../domain';
import { Field, IconButton, TextInput } from '@strapi/design-system';
import { Cross, Search } from '@strapi/icons';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../words';

const PAUSE_MS = 300;
export const SEARCH_ID = 'ticketing-search';

/** Searches while one types, after a breath. */
export function SearchBox({ value, onSearch }: { readonly value: string; readonly onSearch: (q: string) => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  const latest = useRef(onSearch);
  latest.current = onSearch;

  // The address changed by itself: going back, or clearing all filters.
  useEffect(() => {
    if (value !== sent.current) {
      sent.current = value;
      setTyped(value);
    }
  }, [value]);
  useEffect(() => {
    if (typed.trim() === sent.current) return;
    const timer = window.setTimeout(() => {
      sent.current = typed.trim();
      latest.current(sent.current);
    }, PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [typed]);

  return (
    <Field.Root id={SEARCH_ID} name="q">
      <Field.Label>{t('queue.search')}</Field.Label>
      <TextInput
        type="text"
        role="searchbox"
        size="S"
        maxLength={LIMITS.search}
        value={typed}
        placeholder={t('queue.searchHint')}
        startAction={<Search aria-hidden />}
        endAction={
          typed && (
            <IconButton
              variant="ghost"
              size="XS"
              label={t('queue.clearSearch')}
              onClick={() => {
                setTyped('');
                document.getElementById(SEARCH_ID)?.focus();
              }}
            >
              <Cross />
            </IconButton>
          )
        }
        onKeyDown={(event) => {
          if (event.key === 'Escape') setTyped('');
        }}
        onChange={(event) => setTyped(event.target.value)}
      />
    </Field.Root>
  );
}
