import type { Look } from '../render/drawing-page.js';

const [ink, muted, line, accent, soft, paper] = ['#1d1f1e', '#5b605d', '#c9c5b9', '#0b6257', '#e6f3f0', '#f6f5f1'];

/** Stages of the emotional way: the colours of the lanes of a map. */
const stages = ['#e6f3f0', '#fdf3e1', '#eaeef7', '#f0edf5', '#efede7', '#e3f1e6', '#fbe9e4', '#e4f0f5'];

/** Who is there on it. */
const people = ['#0b6257', '#d9952b', '#3d64b0', '#8a5aa8', '#b5473d', '#5b605d'];

/**
 * How the pictures of a site look: as its pages do. Arial is measured where they are drawn and has the same widths wherever they are shown: machines without it have a
 * font that was made to its measure, so that no word is cut off that was not cut off before.
 */
export const pictureLook: Look = {
  theme: 'base',
  fontFamily: 'Arial, Helvetica, "Liberation Sans", Arimo, sans-serif',
  themeVariables: {
    fontFamily: 'Arial, Helvetica, "Liberation Sans", Arimo, sans-serif',
    background: '#ffffff',
    primaryColor: soft,
    primaryTextColor: ink,
    primaryBorderColor: accent,
    secondaryColor: '#fdf3e1',
    tertiaryColor: paper,
    textColor: ink,
    lineColor: muted,
    edgeLabelBackground: '#ffffff',
    clusterBkg: paper,
    clusterBorder: line,
    actorLineColor: line,
    labelBoxBkgColor: paper,
    labelBoxBorderColor: line,
    sectionBkgColor: paper,
    sectionBkgColor2: paper,
    altSectionBkgColor: '#ffffff',
    gridColor: line,
    activeTaskBkgColor: '#cfe5e0',
    activeTaskBorderColor: accent,
    doneTaskBkgColor: '#e4e1d8',
    doneTaskBorderColor: muted,
    ...Object.fromEntries(people.map((colour, index) => [`actor${index}`, colour])),
    ...Object.fromEntries(stages.map((colour, index) => [`fillType${index}`, colour])),
  },
};
