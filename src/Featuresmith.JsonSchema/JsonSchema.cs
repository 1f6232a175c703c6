using System.Text.Json;
using System.Text.Json.Nodes;

namespace Json.Schema;

/// <summary>A schema, compiled once and evaluated as often as one likes, from any thread.</summary>
public sealed class JsonSchema
{
    // Deeper than any schema a person writes, shallow enough for the smallest stack.
    private static readonly JsonDocumentOptions SchemaText = new() { MaxDepth = SchemaDocument.MaxDepth };

    private readonly SchemaResource resource;
    private readonly EvaluationResults passed;

    internal JsonSchema(SchemaResource resource)
    {
        this.resource = resource;
        passed = new EvaluationResults(resource.RootNode, default, default) { IsValid = true };
    }

    /// <summary>Accepts everything.</summary>
    public static JsonSchema True { get; } = FromText("true");

    /// <summary>Accepts nothing.</summary>
    public static JsonSchema False { get; } = FromText("false");

    /// <summary>The URI that relative references are resolved against: <c>$id</c>, or where the schema came from.</summary>
    public Uri BaseUri => resource.BaseUri;

    /// <summary>The schema as it was written.</summary>
    public JsonElement Root => resource.RootNode.Source;

    internal SchemaDocument Document => resource.Document;

    /// <summary>Reads a schema.</summary>
    /// <param name="jsonText">Strict JSON.</param>
    /// <param name="buildOptions">The dialect without <c>$schema</c>, and the registry.</param>
    /// <param name="baseUri">Where it came from; a relative <c>$id</c> is resolved against it.</param>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="JsonSchemaException">The JSON is not a schema that can be used.</exception>
    public static JsonSchema FromText(string jsonText, BuildOptions? buildOptions = null, Uri? baseUri = null)
    {
        using var document = JsonDocument.Parse(jsonText, SchemaText);
        return Build(document.RootElement.Clone(), buildOptions, baseUri);
    }

    /// <summary>Reads a schema from a file; its base URI is that of the file.</summary>
    /// <inheritdoc cref="FromText" path="/exception"/>
    public static JsonSchema FromFile(string fileName, BuildOptions? buildOptions = null, Uri? baseUri = null)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(fileName), SchemaText);
        return Build(document.RootElement.Clone(), buildOptions, baseUri ?? new Uri(Path.GetFullPath(fileName)));
    }

    /// <summary>Makes a schema of JSON that was read before. The element's document must outlive the schema.</summary>
    /// <exception cref="JsonSchemaException">The JSON is not a schema that can be used.</exception>
    public static JsonSchema Build(JsonElement root, BuildOptions? options = null, Uri? baseUri = null)
    {
        try
        {
            var document = new SchemaDocument(root, options ?? BuildOptions.Default, baseUri ?? SchemaUri.Anonymous);
            return new JsonSchema(document.RootResource);
        }
        catch (InsufficientExecutionStackException tooDeep)
        {
            throw new JsonSchemaException("The schema nests too deeply.", tooDeep);
        }
    }

    /// <summary>Evaluates an instance. A valid one costs no allocation, save in hierarchical output.</summary>
    /// <exception cref="RefResolutionException">A reference leads to a document that no registry has.</exception>
    /// <exception cref="JsonSchemaException">References go round in a circle, or the instance nests too deeply.</exception>
    public EvaluationResults Evaluate(JsonElement instance, EvaluationOptions? options = null)
    {
        options ??= EvaluationOptions.Default;
        Document.Bind();
        try
        {
            var isFlag = options.OutputFormat == OutputFormat.Flag;
            var isTree = options.OutputFormat == OutputFormat.Hierarchical;
            return !isTree && EvaluationRun.IsValid(resource.RootNode, instance, options) ? passed
                : isFlag ? new EvaluationResults(resource.RootNode, default, default)
                : ResultCollector.Collect(resource.RootNode, instance, options);
        }
        catch (InsufficientExecutionStackException tooDeep)
        {
            throw new JsonSchemaException(
                "The instance nests too deeply, or conditional references go round in a circle.",
                tooDeep
            );
        }
    }

    /// <summary>Evaluates an instance; null stands for JSON's <c>null</c>.</summary>
    /// <inheritdoc cref="Evaluate(JsonElement, EvaluationOptions?)" path="/exception"/>
    public EvaluationResults Evaluate(JsonNode? instance, EvaluationOptions? options = null)
    {
        using var document = JsonDocument.Parse(
            instance?.ToJsonString() ?? "null",
            new JsonDocumentOptions { MaxDepth = int.MaxValue }
        );
        return Evaluate(document.RootElement, options);
    }
}
