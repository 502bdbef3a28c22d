export const CITY_CODE = 530100
