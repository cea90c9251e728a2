import { ApiError, noAnswer, problemOf } from '../../api.ts'

/** Bytes of the largest file that is taken. */
export const MOST_BYTES = 400 * 1024 * 1024
export const KINDS = ['.xlsx', '.xls', '.csv']

export type Upload = { done: Promise<number>; cancel: () => void }

/** Sends a file as it is and tells how far it has come; the answer is the import's id. Cancelled, it never answers. */
export function uploadFile(file: File, onProgress: (sent: number) => void): Upload {
  const request = new XMLHttpRequest()
  const done = new Promise<number>((resolve, reject) => {
    request.open('PUT', '/api/imports/file')
    request.setRequestHeader('content-type', 'application/octet-stream')
    // Names of files may say whose list it is: they stand in no address.
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name.toWellFormed()))
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded }) => onProgress(loaded)
    request.onerror = () => reject(new ApiError('base.network.silent', 0, noAnswer))
    request.onload = () => {
      const { id } = (request.response ?? {}) as { id?: unknown }
      if (request.status < 300 && typeof id === 'number') resolve(id)
      else reject(problemOf(request.status, request.response))
    }
    request.send(file)
  })
  return { done, cancel: () => request.abort() }
}
