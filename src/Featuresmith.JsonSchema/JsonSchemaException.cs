namespace Json.Schema;

/// <summary>A schema that cannot be used: the message names the place and what is wrong with it.</summary>
public class JsonSchemaException : Exception
{
    /// <summary>Without a place; for serialisers and tests.</summary>
    public JsonSchemaException() { }

    /// <summary>Says what is wrong.</summary>
    public JsonSchemaException(string message)
        : base(message) { }

    /// <summary>Says what is wrong, and what came before.</summary>
    public JsonSchemaException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Says what is wrong at a place in a schema.</summary>
    /// <param name="location">The base URI of the schema resource with a JSON Pointer as fragment.</param>
    /// <param name="problem">What is wrong there, without the place.</param>
    public JsonSchemaException(Uri location, string problem)
        : base($"{problem} (at {location})")
    {
        Location = location;
    }

    /// <summary>Where in the schema, if that is known.</summary>
    public Uri? Location { get; }
}
