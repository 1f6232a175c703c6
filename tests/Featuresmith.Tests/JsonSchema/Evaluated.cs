using System.Text.Json;
using Json.Schema;

namespace Featuresmith.Tests.JsonSchema;

/// <summary>Short ways to ask a schema about a text.</summary>
internal static class Evaluated
{
    /// <summary>The verdict of a schema about an instance, both as JSON text.</summary>
    public static bool IsValid(string schema, string instance, bool requireFormats = false) =>
        With(
            Json.Schema.JsonSchema.FromText(schema),
            instance,
            new() { RequireFormatValidation = requireFormats }
        ).IsValid;

    /// <summary>The results of a schema about an instance of any depth.</summary>
    public static EvaluationResults With(
        Json.Schema.JsonSchema schema,
        string instance,
        EvaluationOptions? options = null
    )
    {
        using var document = JsonDocument.Parse(instance, new JsonDocumentOptions { MaxDepth = int.MaxValue });
        return schema.Evaluate(document.RootElement.Clone(), options);
    }
}
