import { Box, Button, Checkbox, Flex, Modal, Radio, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { conditionsFor, type Alternatives, type Condition } from '../../../../domain';
import { Notice } from '../../parts/Notice';
import { Window } from '../../parts/Window';
import { useWords } from '../../words';
import { wordCell } from './CellButton';
import type { EditedCell } from './useEdits';
import { DialogFooter } from '../../parts/DialogFooter';

type Kind = 'never' | 'always' | 'when';
const KINDS = ['never', 'always', 'when'] as const satisfies readonly Kind[];
const kindOf = (alternatives: Alternatives): Kind =>
  alternatives.length === 0 ? 'never' : alternatives.some((when) => when.length === 0) ? 'always' : 'when';
/** More alternatives than the contract takes would be refused anyway. */
const MOST = 10;

interface Props {
  readonly cell: EditedCell;
  readonly onDone: (alternatives: Alternatives) => void;
  readonly onClose: () => void;
}

/** One cell: never, always, or when all conditions of any one alternative hold. */
export function CellDialog({ cell: { role, may, edited, standard }, onDone, onClose }: Props) {
  const speech = useWords();
  const { t, w } = speech;
  const [kind, setKind] = useState<Kind>(kindOf(edited));
  const [lines, setLines] = useState<readonly (readonly Condition[])[]>(kindOf(edited) === 'when' ? edited : [[]]);
  const [isRefused, setRefused] = useState(false);
  const result: Alternatives = kind === 'never' ? [] : kind === 'always' ? [[]] : lines;
  const isIncomplete = kind === 'when' && (lines.length === 0 || lines.some((when) => when.length === 0));
  const set = (index: number, when: readonly Condition[]) => {
    setRefused(false);
    setLines(lines.map((line, at) => (at === index ? when : line)));
  };
  const reset = () => {
    setKind(kindOf(standard));
    setLines(kindOf(standard) === 'when' ? standard : [[]]);
    setRefused(false);
  };
  const accept = () => {
    if (isIncomplete) setRefused(true);
    else onDone(result);
  };
  return (
    <Window title={t('authority.dialog', { role: w.role[role], permission: w.permission[may] })} onClose={onClose}>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Radio.Group
            value={kind}
            aria-label={w.permission[may]}
            onValueChange={(chosen: string) => {
              const found = KINDS.find((each) => each === chosen);
              if (found) {
                setKind(found);
                setRefused(false);
              }
            }}
          >
            <Flex direction="column" alignItems="stretch" gap={2}>
              {KINDS.map((each) => (
                <Radio.Item key={each} value={each}>
                  {t(`authority.kind.${each}`)}
                </Radio.Item>
              ))}
            </Flex>
          </Radio.Group>
          {kind === 'when' && (
            <>
              <Typography variant="pi" textColor="neutral600" tag="p">
                {t('authority.whenHelp')}
              </Typography>
              {lines.map((when, index) => (
                <Box
                  key={index}
                  role="group"
                  aria-label={t('authority.alternative', { number: index + 1 })}
                  background="neutral100"
                  hasRadius
                  padding={4}
                >
                  <Flex justifyContent="space-between" gap={2} paddingBottom={3} wrap="wrap">
                    <Typography variant="sigma" textColor="neutral600">
                      {t(index === 0 ? 'authority.first' : 'authority.other')}
                    </Typography>
                    {lines.length > 1 && (
                      <Button
                        type="button"
                        size="S"
                        variant="ghost"
                        onClick={() => setLines(lines.filter((_, at) => at !== index))}
                      >
                        {t('authority.remove')}
                      </Button>
                    )}
                  </Flex>
                  <Flex direction="column" alignItems="stretch" gap={2}>
                    {conditionsFor(role).map((condition) => (
                      <Checkbox
                        key={condition}
                        checked={when.includes(condition)}
                        onCheckedChange={(checked) =>
                          set(
                            index,
                            checked === true ? [...when, condition] : when.filter((each) => each !== condition),
                          )
                        }
                      >
                        {w.condition[condition]}
                      </Checkbox>
                    ))}
                  </Flex>
                </Box>
              ))}
              {lines.length < MOST && (
                <Box>
                  <Button type="button" size="S" variant="tertiary" onClick={() => setLines([...lines, []])}>
                    {t('authority.add')}
                  </Button>
                </Box>
              )}
            </>
          )}
          {isRefused && <Notice kind="alarm">{t('authority.incomplete')}</Notice>}
          <Box background="primary100" hasRadius padding={3}>
            <Typography variant="omega" textColor="neutral800">
              {t('authority.preview', {
                role: w.role[role],
                permission: w.permission[may],
                value: isIncomplete ? '…' : wordCell(speech, result),
              })}
            </Typography>
          </Box>
          <Flex gap={3} wrap="wrap" justifyContent="space-between">
            <Typography variant="pi" textColor="neutral600">
              {t('authority.standard', { value: wordCell(speech, standard) })}
            </Typography>
            <Button type="button" size="S" variant="tertiary" onClick={reset}>
              {t('authority.reset')}
            </Button>
          </Flex>
        </Flex>
      </Modal.Body>
      <DialogFooter onClose={onClose}>
        <Button type="button" onClick={accept}>
          {t('authority.accept')}
        </Button>
      </DialogFooter>
    </Window>
  );
}
