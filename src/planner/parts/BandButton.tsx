/** The households that a grid of the community should have, said in a button that opens the form to change them. */
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { usePlaces } from '../../state/places.ts';
import { useWords } from '../../ui/parts/use-words.ts';
import { BandDialog } from './BandDialog.tsx';

export const BandButton = (): ReactElement | null => {
  const { t } = useWords();
  const community = usePlaces((s) => s.community);
  const [isOpen, setOpen] = useState(false);
  if (community === null) return null;
  const { min, max } = community.settings.gridBand;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('plannerTools.band.open', { min, max })}
      </Button>
      {isOpen && <BandDialog community={community} onClose={() => setOpen(false)} />}
    </>
  );
};
