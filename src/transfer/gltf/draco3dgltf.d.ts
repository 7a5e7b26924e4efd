/** The part of Google's decoder that is used; the package brings no types. */
declare module 'draco3dgltf/draco_decoder_gltf_nodejs.js' {
  interface DracoAttribute {
    num_components(): number;
  }
  interface DracoStatus {
    ok(): boolean;
    error_msg(): string;
  }
  interface DracoMesh {
    num_points(): number;
    num_faces(): number;
  }
  interface DracoBuffer {
    Init(bytes: Int8Array, length: number): void;
  }
  interface DracoDecoder {
    GetEncodedGeometryType(buffer: DracoBuffer): number;
    DecodeBufferToMesh(buffer: DracoBuffer, mesh: DracoMesh): DracoStatus;
    GetAttributeByUniqueId(mesh: DracoMesh, id: number): DracoAttribute;
    GetAttributeDataArrayForAllPoints(
      mesh: DracoMesh,
      attribute: DracoAttribute,
      type: number,
      bytes: number,
      at: number,
    ): boolean;
    GetTrianglesUInt32Array(mesh: DracoMesh, bytes: number, at: number): boolean;
  }
  export interface DracoModule {
    Decoder: new () => DracoDecoder;
    DecoderBuffer: new () => DracoBuffer;
    Mesh: new () => DracoMesh;
    readonly TRIANGULAR_MESH: number;
    readonly DT_INT8: number;
    readonly DT_UINT8: number;
    readonly DT_INT16: number;
    readonly DT_UINT16: number;
    readonly DT_UINT32: number;
    readonly DT_FLOAT32: number;
    readonly HEAPU8: Uint8Array;
    _malloc(bytes: number): number;
    _free(at: number): void;
    destroy(object: unknown): void;
  }
  const createDecoderModule: (options?: { wasmBinary?: Uint8Array }) => Promise<DracoModule>;
  export default createDecoderModule;
}

/** The whole package, for tests. */
declare module 'draco3dgltf' {
  const draco3d: {
    createEncoderModule(): Promise<unknown>;
    createDecoderModule(): Promise<unknown>;
  };
  export default draco3d;
}
