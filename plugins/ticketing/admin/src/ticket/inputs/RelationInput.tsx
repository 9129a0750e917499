import { Flex, Radio, Typography } from '@strapi/design-system';
import { SAID_RELATIONS, type TicketLink } from '../../../../domain';
import { useWords, type Key } from '../../words';

const MEANINGS: Readonly<Record<(typeof SAID_RELATIONS)[number], Key>> = {
  RELATED: 'relation.RELATED',
  DUPLICATE_OF: 'relation.DUPLICATE_OF',
  CHILD_OF: 'relation.CHILD_OF',
};
const isSaid = (relation: TicketLink['relation'] | string): relation is (typeof SAID_RELATIONS)[number] =>
  (SAID_RELATIONS as readonly string[]).includes(relation);

interface Props {
  readonly value: string;
  readonly labelledBy: string;
  readonly onChange: (value: string) => void;
}

/** How the two tickets hang together, each with what follows from it. */
export function RelationInput({ value, labelledBy, onChange }: Props) {
  const { t, w } = useWords();
  return (
    <Radio.Group
      value={value}
      aria-labelledby={labelledBy}
      onValueChange={(chosen: string) => {
        if (isSaid(chosen)) onChange(chosen);
      }}
    >
      <Flex direction="column" alignItems="stretch" gap={3}>
        {SAID_RELATIONS.map((relation) => (
          <div key={relation}>
            <Radio.Item value={relation} aria-describedby={`relation-${relation}`}>
              {w.relation[relation]}
            </Radio.Item>
            <Typography id={`relation-${relation}`} variant="pi" textColor="neutral600" tag="p" paddingLeft={6}>
              {t(MEANINGS[relation])}
            </Typography>
          </div>
        ))}
      </Flex>
    </Radio.Group>
  );
}
