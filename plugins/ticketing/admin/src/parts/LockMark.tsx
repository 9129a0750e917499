import { Flex, Typography } from '@strapi/design-system';
import { Lock } from '@strapi/icons';

interface Props {
  readonly words: string;
  readonly variant?: 'omega' | 'pi';
  readonly colour?: 'neutral600' | 'neutral700';
}

/** A lock, and what it locks: a ticket that few may see, or one that is settled. */
export function LockMark({ words, variant = 'omega', colour = 'neutral700' }: Props) {
  return (
    <Flex tag="span" gap={1}>
      <Lock width="12" height="12" fill={colour} aria-hidden />
      <Typography variant={variant} textColor={colour}>
        {words}
      </Typography>
    </Flex>
  );
}
