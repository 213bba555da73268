'use server';
import { changePassword } from '#domain/accounts/change-password.ts';
export const x = [changePassword, process.env.HOME];
