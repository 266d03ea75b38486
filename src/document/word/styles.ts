/** What a document's styles make of a paragraph, whatever program named them: Pages and Word in other languages give them other ids. */
import {allNamed, findChild, settingOf, type XmlElement} from './xml.ts';

export interface Styled {
  /** Of a heading, from 1; 0: none. */
  readonly level: number;
  readonly isItem: boolean;
}

const PLAIN: Styled = {level: 0, isItem: false};
/** Longer chains of styles are circles. */
const DEEPEST = 10;

export function stylesIn(root: XmlElement | undefined): (id: string) => Styled {
  const byId = new Map(
    (root === undefined ? [] : allNamed(root, 'w:style')).map((style) => [
      style.attributes.get('w:styleId') ?? '',
      style,
    ]),
  );
  const styled = (id: string, depth: number): Styled => {
    const style = byId.get(id);
    if (style === undefined || depth > DEEPEST) return PLAIN;
    const properties = findChild(style, 'w:pPr');
    const above = styled(settingOf(style, 'w:basedOn') ?? '', depth + 1);
    const level = headingLevel(settingOf(style, 'w:name') ?? '') || outlineLevel(properties) || above.level;
    return {level, isItem: above.isItem || findChild(properties, 'w:numPr') !== undefined};
  };
  return (id) => {
    const own = headingLevel(id);
    return own > 0 ? {level: own, isItem: false} : styled(id, 0);
  };
}

const headingLevel = (name: string): number =>
  Number(/^(?:Heading|Overskrift|berschrift|Titre)\s*(\d)$/i.exec(name)?.[1] ?? 0);

export const outlineLevel = (properties: XmlElement | undefined): number => {
  const level = Number(settingOf(properties, 'w:outlineLvl') ?? '9');
  return level < 9 ? level + 1 : 0;
};
