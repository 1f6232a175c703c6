namespace Json.Schema.Building;

/// <summary>A schema as a keyword applies it.</summary>
/// <remarks>
/// A class, so that what the framework's generic types do with it is code that the framework brings along; over a struct
/// it would be compiled in every run.
/// </remarks>
/// <param name="Node">The compiled schema.</param>
/// <param name="Path">From the applying schema to it, as an evaluation path: <c>/properties/name</c>, <c>/$ref</c>.</param>
internal sealed record Subschema(SchemaNode Node, string Path);

/// <summary>A schema that a keyword holds by name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Schema">The schema.</param>
internal sealed record NamedSubschema(string Name, Subschema Schema);
