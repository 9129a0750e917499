import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState } from 'react';
import { styled } from 'styled-components';
import { SERVICE_LIMITS } from '../../../../domain';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { useWords } from '../../words';
import { FieldItem } from './FieldItem';
import { FormPreview } from './FormPreview';
import { moved, movedTo } from './moves';
import type { Editing } from './useEditing';
import type { TypedField } from './typed';
import { newField } from './values';

const Columns = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.spaces[5]};
  grid-template-columns: minmax(0, 1fr);
  align-items: start;
  ${({ theme }) => theme.breakpoints.large} {
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    > :last-child {
      position: sticky;
      top: ${({ theme }) => theme.spaces[4]};
      max-height: calc(100vh - 8rem);
      overflow-y: auto;
    }
  }
`;

interface Gone {
  readonly field: TypedField;
  readonly place: number;
}

/** The form of the service: its fields in their order, and beside them how the portal will ask. */
export function FormSection({ editing }: { readonly editing: Editing }) {
  const { t, w } = useWords();
  const { typed, isOff, form, fill } = editing;
  const { fields } = typed;
  const [open, setOpen] = useState<string | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const [gone, setGone] = useState<Gone | null>(null);
  /** Places in the list have changed: what was said against a place is no longer said of the field that stands there. */
  const put = (next: readonly TypedField[]) => {
    fill({ fields: next });
    for (const name of Object.keys(form.issues)) if (name.startsWith('fields.')) form.forgive(name);
  };
  const change = (place: number, part: Partial<TypedField>) => {
    fill({ fields: fields.map((field, index) => (index === place ? { ...field, ...part } : field)) });
    for (const name of Object.keys(part))
      for (const at of Object.keys(form.issues)) if (at.startsWith(`fields.${place}.${name}`)) form.forgive(at);
  };
  const add = () => {
    const field = newField();
    put([...fields, field]);
    setOpen(field.row);
  };
  const remove = (field: TypedField, place: number) => {
    put(fields.filter(({ row }) => row !== field.row));
    setGone({ field, place });
  };
  const putBack = ({ field, place }: Gone) => {
    put([...fields.slice(0, place), field, ...fields.slice(place)]);
    setGone(null);
  };
  return (
    <Panel title={t('services.formCount', { count: fields.length })}>
      <Columns>
        <Flex direction="column" alignItems="stretch" gap={3}>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {t('services.formHelp')}
          </Typography>
          {form.issues['fields'] && <Notice kind="alarm">{form.issues['fields']}</Notice>}
          {fields.length === 0 && <Notice kind="remark">{t('services.formEmpty')}</Notice>}
          <ol aria-label={w.field.fields}>
            {fields.map((field, place) => (
              <FieldItem
                key={field.row}
                field={field}
                place={place}
                count={fields.length}
                isOff={isOff}
                isOpen={open === field.row}
                isTarget={dragged !== null && dragged !== place}
                issues={form.issues}
                onToggle={() => setOpen(open === field.row ? null : field.row)}
                onChange={(part) => change(place, part)}
                onMove={(by) => {
                  const next = moved(fields, place, by);
                  if (next) put(next);
                }}
                onRemove={() => remove(field, place)}
                onDrag={setDragged}
                onDrop={() => {
                  if (dragged !== null && dragged !== place) put(movedTo(fields, dragged, place));
                  setDragged(null);
                }}
              />
            ))}
          </ol>
          {gone && (
            <Notice kind="remark" action={{ label: t('calendar.undo'), run: () => putBack(gone) }}>
              {t('services.fieldGone', { name: gone.field.label || t('services.unnamed') })}
            </Notice>
          )}
          {!isOff && fields.length < SERVICE_LIMITS.fields && (
            <Box>
              <Button type="button" variant="secondary" startIcon={<Plus />} onClick={add}>
                {t('services.addField')}
              </Button>
            </Box>
          )}
        </Flex>
        <FormPreview typed={typed} book={editing.book} />
      </Columns>
    </Panel>
  );
}
