namespace Json.Schema.Building;

/// <summary>A schema as a keyword applies it.</summary>
/// <param name="Node">The compiled schema.</param>
/// <param name="Path">From the applying schema to it, as an evaluation path: <c>/properties/name</c>, <c>/$ref</c>.</param>
internal readonly record struct Subschema(SchemaNode Node, string Path);
