import slugify from 'slugify';

const options = { lower: true, strict: true };

export const addressOf = (title) => `/agenda/${slugify(title, options)}`;

const events = ['Burenfeest', 'Yoga voor iedereen (gratis)'];

console.log('Agenda:');
events.forEach((event) => console.log(addressOf(event)));
