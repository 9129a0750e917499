import { Fragment } from 'react';
import { Link } from 'react-router-dom';
import { QUEUE } from '../queue/place';
import { timeTeller } from '../time';
import { useWords } from '../words';

const NUMBER = /(TIK-\d{4}-\d{5,})/;
/** Facts that name tickets, one or several. */
const TICKETS: readonly string[] = ['ticket', 'parent', 'children'];

/** The value of one fact as a person reads it: a day as a day, a ticket as a way to it. */
export function EntryFact({ name, value }: { readonly name: string; readonly value: string }) {
  const { w, language } = useWords();
  if (name === 'channel') return <>{(w.channel as Readonly<Record<string, string>>)[value] ?? value}</>;
  if (name === 'letterDate' || name === 'effortDay') return <>{timeTeller(language).day(value)}</>;
  if (!TICKETS.includes(name)) return <>{value}</>;
  return (
    <>
      {value.split(NUMBER).map((part, index) =>
        NUMBER.test(part) ? (
          <Link key={part} to={`${QUEUE}/tiket/${part}`} style={{ color: 'inherit' }}>
            {part}
          </Link>
        ) : (
          <Fragment key={`${index}.${part}`}>{part}</Fragment>
        ),
      )}
    </>
  );
}
