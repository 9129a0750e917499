import { Button, Field, Flex, Loader, Modal, TextInput, Typography } from '@strapi/design-system';
import { useEffect, useState, type ReactNode, type RefObject } from 'react';
import { styled } from 'styled-components';
import type { Macro, Refusal } from '../../../../domain';
import { DialogFooter } from '../../parts/DialogFooter';
import { Notice } from '../../parts/Notice';
import { Window } from '../../parts/Window';
import { useWords } from '../../words';

const Choice = styled.button`
  display: block;
  width: 100%;
  padding: ${({ theme }) => `${theme.spaces[3]} ${theme.spaces[4]}`};
  text-align: start;
  cursor: pointer;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  &:hover {
    background: ${({ theme }) => theme.colors.primary100};
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;
const Words = styled(Typography)`
  display: -webkit-box;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 3;
  overflow: hidden;
  white-space: pre-line;
`;

/**
 * `text` is what goes into the field; `about` stands below its name in the list, and `does` what more it does than say
 * something.
 */
export interface Insertion {
  readonly key: string;
  readonly name: string;
  readonly about: string;
  readonly text: string;
  readonly does?: readonly string[];
  readonly macro?: Macro;
}
interface Props {
  readonly title: string;
  readonly label: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  /** Undefined while they are on their way. */
  readonly found: readonly Insertion[] | undefined;
  readonly refusal: Refusal | null;
  readonly none: string;
  /** The field it goes into, which has the focus afterwards. */
  readonly field: RefObject<HTMLElement>;
  readonly onInsert: (insertion: Insertion) => void;
  readonly onClose: () => void;
  /** Beside the way out. */
  readonly children?: ReactNode;
}

/** Something to put into a message: found by typing, taken with one press; Enter takes the first. */
export function InsertDialog(props: Props) {
  const { title, label, typed, onType, found, refusal, none, field, onInsert, onClose, children } = props;
  const { t } = useWords();
  // Pressed while the list is still on its way: what comes first is taken when it is here.
  const [isAwaited, setAwaited] = useState(false);
  const take = (insertion: Insertion) => {
    onInsert(insertion);
    onClose();
  };
  useEffect(() => {
    if (!isAwaited || !found) return;
    setAwaited(false);
    if (found[0]) take(found[0]);
  });
  return (
    <Window title={title} returnTo={field} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAwaited(true);
        }}
      >
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Field.Root name="q" hint={t('insert.hint')}>
              <Field.Label>{label}</Field.Label>
              <TextInput
                value={typed}
                maxLength={200}
                onChange={(event) => {
                  setAwaited(false);
                  onType(event.target.value);
                }}
              />
              <Field.Hint />
            </Field.Root>
            {refusal && <Notice kind="alarm">{refusal.message}</Notice>}
            {!found && !refusal && <Loader small>{t('loading')}</Loader>}
            {found?.length === 0 && <Notice kind="remark">{none}</Notice>}
            <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
              {found?.map((insertion) => (
                <li key={insertion.key}>
                  <Choice type="button" data-insertion={insertion.name} onClick={() => take(insertion)}>
                    <Typography variant="omega" fontWeight="semiBold" textColor="neutral800" tag="span" display="block">
                      {insertion.name}
                    </Typography>
                    {(insertion.does?.length ?? 0) > 0 && (
                      <Typography variant="pi" fontWeight="semiBold" textColor="primary700" tag="span" display="block">
                        {insertion.does?.join(' · ')}
                      </Typography>
                    )}
                    <Words variant="pi" textColor="neutral700" tag="span">
                      {insertion.about}
                    </Words>
                  </Choice>
                </li>
              ))}
            </Flex>
          </Flex>
        </Modal.Body>
        <DialogFooter onClose={onClose}>
          {children ?? (
            <Button type="submit" disabled={found?.length === 0}>
              {t('insert.first')}
            </Button>
          )}
        </DialogFooter>
      </form>
    </Window>
  );
}
