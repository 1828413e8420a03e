import { foldText } from './fold-text.ts';

/**
 * Words of German and English that say nothing of what an idea is about, and those that every idea of a network of
 * administrations says.
 */
const WORDS = `
aber alle allem allen aller alles als also am an andere anderem anderen anderer anderes auch auf aus bei beim bereits bin
bis bisher bitte da dabei dadurch dafür damit danach dann daran darauf daraus darin darüber das dass dem den denen denn der
deren des deshalb dessen die dies diese diesem diesen dieser dieses doch dort du durch eben eigen ein eine einem einen einer
eines einfach einige einmal er es etwa etwas euch euer für ganz gar gegen gern gibt ging haben habe hat hatte hier hin ich
ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins ist ja je jede jedem jeden jeder jedes jetzt kann kein keine keinem
keinen keiner können könnte künftig lassen lässt machen macht man manche mehr mein meine mich mir mit möchte möchten muss
müssen nach neu neue neuem neuen neuer neues nicht nichts noch nun nur ob oder oft ohne schon sehr sein seine seinem seinen
seiner seit selbst sich sie sind so sodass soll sollen sollte sollten sondern sonst statt über um und uns unser unsere unserem
unseren unserer unter viel viele vielen vom von vor wann war waren warum was weil weiter welche welcher wenig wenn wer werden
wie wieder wir wird wo wollen wollte wurde wurden würde würden zu zum zur zwischen
a about after all also an and any are as at be because been being but by can could do does for from get had has have how i if
in into is it its just like make may more most must my need new no not of on one or other our out over should so some such
than that the their them then there these they this to up us use using want was we were what when where which who will with
would you your
idee ideen idea ideas vorschlag vorschläge verwaltung verwaltungen administration administrations`;

/** Folded. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  WORDS.split(/\s+/)
    .filter(Boolean)
    .map((word) => foldText(word)),
);
