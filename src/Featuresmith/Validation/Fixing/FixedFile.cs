namespace Featuresmith.Validation.Fixing;

/// <summary>One file before and after its fixes.</summary>
/// <param name="Path">The path as it is shown to people.</param>
/// <param name="Before">The text on disk.</param>
/// <param name="After">The text that it should have.</param>
/// <param name="Content">The bytes to write.</param>
/// <param name="Fixes">How many findings are fixed.</param>
public sealed record FixedFile(string Path, string Before, string After, ReadOnlyMemory<byte> Content, int Fixes);
