import { redirect, type RequestHandler } from '@sveltejs/kit';

export const GET: RequestHandler = ({ locals }) => redirect(302, `/${locals.locale}`);
