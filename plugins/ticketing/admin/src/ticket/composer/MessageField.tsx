import { Field, Textarea, Typography } from '@strapi/design-system';
import {
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
  type SyntheticEvent,
} from 'react';
import { LIMITS, MOST_MENTIONS, nameBeingTyped, whoIsMeant, type Colleague } from '../../../../domain';
import { Notice } from '../../parts/Notice';
import { useWords } from '../../words';
import { MentionList, rowId } from './MentionList';
import type { Colleagues } from './useColleagues';

interface Props {
  readonly field: RefObject<HTMLTextAreaElement>;
  readonly label: string;
  readonly hint: string;
  readonly issue: string | undefined;
  readonly value: string;
  readonly colleagues: Colleagues;
  readonly onChange: (value: string) => void;
  readonly onSubmit: () => void;
}

/** Where a message is written. After an `@` colleagues are offered: arrows choose, Enter or Tab takes, Escape leaves it. */
export function MessageField({ field, label, hint, issue, value, colleagues, onChange, onSubmit }: Props) {
  const { t } = useWords();
  const list = useId();
  const [cursor, setCursor] = useState(0);
  const [row, setRow] = useState(0);
  /** The `@` whose offer was declined. */
  const [declined, setDeclined] = useState<number | null>(null);
  const landing = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (landing.current === null) return;
    field.current?.setSelectionRange(landing.current, landing.current);
    landing.current = null;
  }, [field, value]);

  const being = nameBeingTyped(value, Math.min(cursor, value.length));
  const isOffered = being !== null && being.at !== declined && colleagues.found.length > 0;
  const meant = isOffered ? whoIsMeant(being.typed, colleagues.found) : [];
  const chosen = meant[Math.min(row, meant.length - 1)];
  const isNobody = isOffered && meant.length === 0 && /^\p{L}{2,}$/u.test(being.typed);
  const tooMany = colleagues.named.length > MOST_MENTIONS ? t('mention.tooMany', { count: MOST_MENTIONS }) : undefined;

  const take = ({ name }: Colleague) => {
    if (!being) return;
    const after = value.slice(cursor);
    const written = `${value.slice(0, being.at)}@${name}${/^\s/.test(after) ? '' : ' '}`;
    landing.current = Math.min(written.length, LIMITS.comment);
    setCursor(landing.current);
    onChange(`${written}${after}`.slice(0, LIMITS.comment));
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return onSubmit();
    if (!chosen || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined) setRow((meant.indexOf(chosen) + step + meant.length) % meant.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(chosen);
    else if (event.key === 'Escape') setDeclined(being?.at ?? null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onMove = ({ currentTarget }: SyntheticEvent<HTMLTextAreaElement>) => {
    if (currentTarget.selectionEnd === cursor) return;
    setCursor(currentTarget.selectionEnd);
    setRow(0);
  };
  const told = colleagues.named.map(({ name }) => name).join(', ');

  return (
    <Field.Root name="body" error={issue ?? tooMany} hint={hint}>
      <Field.Label>{label}</Field.Label>
      <Textarea
        ref={field}
        value={value}
        rows={4}
        maxLength={LIMITS.comment}
        resizable
        aria-autocomplete="list"
        aria-controls={chosen ? list : undefined}
        aria-activedescendant={chosen && rowId(list, chosen)}
        onKeyDown={onKey}
        onSelect={onMove}
        onChange={(event: { target: { value: string; selectionEnd?: number } }) => {
          setCursor(event.target.selectionEnd ?? event.target.value.length);
          setRow(0);
          if (declined !== null && event.target.value[declined] !== '@') setDeclined(null);
          onChange(event.target.value);
        }}
      />
      {chosen && <MentionList id={list} colleagues={meant} chosen={chosen} onTake={take} />}
      <Typography variant="pi" textColor="neutral700" role="status">
        {chosen
          ? t('mention.offered', { count: meant.length })
          : isNobody
            ? t('mention.nobody')
            : told && t('mention.told', { names: told })}
      </Typography>
      {colleagues.isMissing && (
        <Notice kind="remark" action={{ label: t('retry'), run: colleagues.retry }}>
          {t('mention.missing')}
        </Notice>
      )}
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
