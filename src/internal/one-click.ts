/**
 * Whether a click is the first of its kind. What is switched on by one click is not switched off by the second one of people
 * who click twice on everything; keys always count.
 */
export const isOneClick = ({ detail }: UIEvent): boolean => detail < 2;
