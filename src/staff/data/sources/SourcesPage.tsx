/** The files of places in the community: what each is, how much of it is linked, show, hide, save the original, remove. */
import { Button, InputNumber, Popconfirm } from 'antd';
import { type ReactElement, useState } from 'react';
import { raiseTileset, removeSource, showSource } from '../../../domain/operations/index.ts';
import { SOURCE_KIND } from '../../../domain/codes.ts';
import type { Source, SourceLink } from '../../../domain/records/index.ts';
import { usePlaces } from '../../../state/places.ts';
import { editStamp } from '../../../state/save.ts';
import { asset } from '../../../storage/index.ts';
import { Fact, Facts } from '../../../ui/parts/Facts.tsx';
import { Empty } from '../../../ui/parts/States.tsx';
import { Tag } from '../../../ui/parts/Tag.tsx';
import { Toggle } from '../../../ui/parts/Toggle.tsx';
import { useWords } from '../../../ui/parts/use-words.ts';
import { saveFile } from '../../../ui/parts/save-file.ts';
import page from '../data.module.css';
import { carryOut } from './carry-out.ts';
import { BuildingsWithoutModel, UnlinkedMeshes } from './Linking.tsx';

const hasMesh = (source: Source): source is Source & { meshId: string } => source.meshId !== null;

interface RaiseProps {
  readonly source: Source;
  readonly raisedMetres: number;
}

/** Written when one has done typing, not at every digit. */
const Raise = ({ source, raisedMetres }: RaiseProps): ReactElement => {
  const { t } = useWords();
  const [typed, setTyped] = useState(raisedMetres);
  const raise = (): void => {
    if (typed !== raisedMetres)
      void carryOut(raiseTileset.run({ source }, { raisedMetres: typed }, editStamp()));
  };
  return (
    <label className={page.row}>
      {t('data.tiles.raise')}
      <InputNumber
        value={typed}
        step={0.5}
        onChange={(value) => value !== null && setTyped(value)}
        onBlur={raise}
        onPressEnter={raise}
      />
    </label>
  );
};

const SourceCard = ({ source, links }: { source: Source; links: readonly SourceLink[] }): ReactElement => {
  const words = useWords();
  const { t, code, date, number } = words;
  const saveOriginal = async (): Promise<void> => {
    const bytes = source.fileId === null ? null : await asset(source.fileId);
    if (bytes) saveFile(source.fileName, bytes, 'application/octet-stream');
  };
  return (
    <li className={page.card}>
      <h2 className={page.cardTitle}>
        {source.name}
        <Tag tone="blue">{code(SOURCE_KIND, source.kind)}</Tag>
      </h2>
      <Facts>
        <Fact label={t('data.sources.file')} wide>
          {source.fileName}
        </Fact>
        <Fact label={t('data.sources.format')}>
          {t(`data.format.${source.format}`)} {source.version ?? ''}
        </Fact>
        <Fact label={t('data.sources.importedOn')}>{date(source.importedOn)}</Fact>
        <Fact label={t('data.sources.crs')}>{source.crs ?? t('data.sources.placed')}</Fact>
        {source.backdrop && (
          <Fact label={t('data.tiles.from')}>{source.address ?? t('data.tiles.fromFolder')}</Fact>
        )}
        <Fact label={t('data.sources.linked')}>
          {number(new Set(links.map(({ buildingId }) => buildingId)).size)}
        </Fact>
      </Facts>
      {(source.meshId !== null || source.picture !== null || source.backdrop !== null) && (
        <Toggle
          label={t('data.sources.shown')}
          on={source.shown}
          onChange={(shown) => void carryOut(showSource.run({ source }, { shown }, editStamp()))}
        />
      )}
      {hasMesh(source) && <UnlinkedMeshes source={source} links={links} />}
      {source.backdrop && (
        <Raise key={source.revision} source={source} raisedMetres={source.backdrop.raisedMetres} />
      )}
      <div className={page.row}>
        {source.fileId !== null && (
          <Button onClick={() => void saveOriginal()}>{t('data.sources.saveOriginal')}</Button>
        )}
        <Popconfirm
          title={t('data.sources.removeTitle')}
          description={t('data.sources.removeText')}
          okText={t('data.sources.remove')}
          cancelText={t('common.cancel')}
          onConfirm={() => carryOut(removeSource.run({ source, links }, {}, editStamp()))}
        >
          <Button danger type="text">
            {t('data.sources.remove')}
          </Button>
        </Popconfirm>
      </div>
    </li>
  );
};

export const SourcesPage = (): ReactElement => {
  const { t } = useWords();
  const sources = usePlaces((s) => s.sources);
  const links = usePlaces((s) => s.sourceLinks);
  return (
    <div className={page.inner}>
      <header>
        <h1 className={page.heading}>{t('data.sources.title')}</h1>
        <p className={page.lead}>{t('data.sources.lead')}</p>
      </header>
      {sources.length === 0 ? (
        <Empty>{t('data.sources.none')}</Empty>
      ) : (
        <ul className={page.cards}>
          {sources.map((source) => (
            <SourceCard
              key={source.id}
              source={source}
              links={links.filter(({ sourceId }) => sourceId === source.id)}
            />
          ))}
        </ul>
      )}
      <BuildingsWithoutModel />
    </div>
  );
};
