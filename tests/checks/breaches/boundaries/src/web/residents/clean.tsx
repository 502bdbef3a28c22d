import { useState } from 'react'

export const useName = () => useState('')
